// hostile: opens a socket -> new Socket at Kata.cs:7 is outside the explorer's control
using System.Net.Sockets;

public static class Kata
{
    public static void Run() =>
        new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Close();
}
