// hostile: a delegate that calls itself for ever -> The calls of Kata.Run at Kata.cs:7 had not ended after
public static class Kata
{
    public static void Run()
    {
        Func<int, int> down = null!;
        down = n => down(n + 1) + 1;
        down(0);
    }
}
