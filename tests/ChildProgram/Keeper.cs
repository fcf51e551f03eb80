using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ChildProgram;

/// <summary>Deletes a folder when the spec whose folder it is has gone, in whatever way.</summary>
static class Keeper
{
    const int Attempts = 100;

    internal static int Run(int port, string name, string folder)
    {
        // Ctrl-C goes to everybody at the terminal; who clears up goes last.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ignore);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Ignore);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ignore);

        if (Home.Connected(port) is { } socket) WaitForTheEnd(socket, name);
        Delete(folder);
        return 0;
    }

    static void Ignore(PosixSignalContext signal) => signal.Cancel = true;

    static void WaitForTheEnd(Socket socket, string name)
    {
        try
        {
            socket.Send(System.Text.Encoding.ASCII.GetBytes($"{name} {Environment.ProcessId}\n"));
            while (socket.Receive(new byte[1]) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // That is an end, too.
        }
    }

    /// <summary>
    /// Windows keeps what is still open, and the others are only about to end: they have heard of
    /// it in this moment as well.
    /// </summary>
    static void Delete(string folder)
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (
                e is IOException or UnauthorizedAccessException && attempt < Attempts)
            {
                Thread.Sleep(20);
            }
        }
    }
}
