// hostile, slow: a generic method that calls itself with ever larger types -> Kata.cs
public static class Kata
{
    public static void Run() => Console.WriteLine(Deeper<int>(0));

    static int Deeper<T>(int depth) => Deeper<List<T>>(depth + 1) + 1;
}
