using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChildProgram;

/// <summary>
/// The line to the spec that is at the bottom of it all, past whoever started this process. When it
/// is cut, the spec is over or its process is gone, and this process ends as well: the operating
/// system cuts it, so that no way of dying is left out.
/// </summary>
sealed class Home
{
    readonly Socket socket;
    readonly int port;
    readonly string name;
    readonly SemaphoreSlim told = new(0);

    Home(Socket socket, int port, string name) =>
        (this.socket, this.port, this.name) = (socket, port, name);

    /// <summary>Says who this is. Doesn't return if nobody is at home.</summary>
    internal static Home Call(int port, string name)
    {
        var home = new Home(Connected(port) ?? throw End(), port, name);
        home.Says($"{name} {Environment.ProcessId}");
        new Thread(home.Listen) { IsBackground = true }.Start();
        return home;
    }

    /// <returns>Null if nobody is at home.</returns>
    internal static Socket? Connected(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
            socket.NoDelay = true;
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    internal void Says(string line)
    {
        try
        {
            socket.Send(Encoding.ASCII.GetBytes(line + "\n"));
        }
        catch (SocketException)
        {
            throw End();
        }
    }

    /// <summary>
    /// Starts this program again. The new process has the same standard output, and outlives this one.
    /// </summary>
    internal void LeaveHeir(params IEnumerable<string> command)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!,
            [typeof(Home).Assembly.Location, $"{port}", $"{name}-heir", .. command])
        {
            UseShellExecute = false,
            // On Windows, the standard output is handed on only if something is redirected.
            RedirectStandardInput = true,
        };
        Process.Start(start)!.Dispose();
    }

    /// <summary>Until the spec says so.</summary>
    /// <param name="saying">What the spec gets to know of it.</param>
    internal void WaitUntilTold(string saying = "waits")
    {
        Says(saying);
        told.Wait();
    }

    void Listen()
    {
        var line = new byte[1];
        while (Received(line)) told.Release();
        throw End();
    }

    bool Received(byte[] line)
    {
        try
        {
            return socket.Receive(line) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>
    /// At once, wherever the other threads are: one that writes into a full pipe can't be asked.
    /// </summary>
    static Exception End()
    {
        Process.GetCurrentProcess().Kill();
        return new UnreachableException();
    }
}
