// hostile: reads a pipe that nobody writes -> outside the explorer's control
using System.IO.Pipes;

public static class Kata
{
    public static void Run()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        Console.WriteLine(pipe.ReadByte());
    }
}
