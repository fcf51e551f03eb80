// hostile: lets an order by new GUIDs decide -> Guid.NewGuid at Kata.cs:6 decides what the program does
public static class Kata
{
    public static void Run()
    {
        if (new[] { 1, 2, 3 }.OrderBy(_ => Guid.NewGuid()).First() == 1) throw new InvalidOperationException("by chance");
    }
}
