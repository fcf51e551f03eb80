// hostile: recursion that makes a large array each time -> Kata.cs:5
public static class Kata
{
    public static void Run() => Console.WriteLine(Down(0));
    static int Down(int depth) => new byte[50_000_000][depth] + Down(depth + 1);
}
