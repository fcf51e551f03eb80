// hostile: endless recursion -> the calls of Kata.Down at Kata.cs:6 never end
public static class Kata
{
    public static void Run() => Console.WriteLine(Down(1));

    static int Down(int depth) => Down(depth + 1) + 1;
}
