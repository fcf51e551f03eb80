// hostile: a string that doubles without end -> OutOfMemoryException escaped from main at Kata.cs:7
public static class Kata
{
    public static void Run()
    {
        var text = "x";
        while (true) text += text;
    }
}
