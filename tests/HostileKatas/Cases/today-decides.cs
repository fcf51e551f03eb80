// hostile: lets the date decide -> DateTime.Now at Kata.cs:6 decides what the program does
public static class Kata
{
    public static void Run()
    {
        if (DateTime.Now.Ticks % 2 == 0) throw new InvalidOperationException("by chance");
    }
}
