// hostile, slow: a generic method that calls itself with ever larger types -> the calls of Kata.Deeper at Kata.cs:6 never end (main)
public static class Kata
{
    public static void Run() => Console.WriteLine(Deeper<int>(0));

    static int Deeper<T>(int depth) => Deeper<List<T>>(depth + 1) + 1;
}
