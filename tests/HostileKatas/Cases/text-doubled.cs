// hostile, slow: a text that doubles without end -> The memory is full at Kata.cs:7
public static class Kata
{
    public static void Run()
    {
        var text = "x";
        while (true) text += text;
    }
}
