// hostile: lets a combined hash code decide -> HashCode.Combine at Kata.cs:6 decides what the program does
public static class Kata
{
    public static void Run()
    {
        if (HashCode.Combine("a", 1) % 2 == 0) throw new InvalidOperationException("by chance");
    }
}
