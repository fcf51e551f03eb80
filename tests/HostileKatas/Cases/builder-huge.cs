// hostile, slow: a text that is made longer without end -> The memory is full at Kata.cs:7 (main)
public static class Kata
{
    public static void Run()
    {
        var text = new System.Text.StringBuilder();
        while (true) text.Append('x', 10_000_000);
    }
}
