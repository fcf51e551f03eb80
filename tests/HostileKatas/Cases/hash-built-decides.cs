// hostile: lets a hash code that was built up decide -> HashCode.ToHashCode at Kata.cs:8 decides what the program does
public static class Kata
{
    public static void Run()
    {
        var hash = new HashCode();
        hash.Add("a");
        if (hash.ToHashCode() % 2 == 0) throw new InvalidOperationException("by chance");
    }
}
