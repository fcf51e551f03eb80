// hostile: takes standard output away from others -> Console.SetOut at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => Console.SetOut(new StringWriter());
}
