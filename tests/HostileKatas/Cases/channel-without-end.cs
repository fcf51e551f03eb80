// hostile: writes to a channel for ever -> had not ended after 5,000 steps
using System.Threading.Channels;

public static class Kata
{
    public static void Run()
    {
        var channel = Channel.CreateUnbounded<int>();
        while (true) channel.Writer.TryWrite(1);
    }
}
