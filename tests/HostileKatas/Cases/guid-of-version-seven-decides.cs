// hostile: lets a GUID with a timestamp decide -> Guid.CreateVersion7 at Kata.cs:6 decides what the program does
public static class Kata
{
    public static void Run()
    {
        if (Guid.CreateVersion7().ToByteArray()[15] % 2 == 0) throw new InvalidOperationException("by chance");
    }
}
