// hostile: lets the shared random numbers decide -> Random.Shared at Kata.cs:6 decides what the program does
public static class Kata
{
    public static void Run()
    {
        if (Random.Shared.Next(2) == 0) throw new InvalidOperationException("by chance");
    }
}
