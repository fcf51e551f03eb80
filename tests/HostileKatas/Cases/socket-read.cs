// hostile: waits for a connection that never comes -> outside the explorer's control
using System.Net;
using System.Net.Sockets;

public static class Kata
{
    public static void Run()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        listener.AcceptTcpClient();
    }
}
