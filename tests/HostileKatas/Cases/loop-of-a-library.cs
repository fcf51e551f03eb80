// hostile: an endless sequence, counted by a library -> The loop at Kata.cs:8 had not ended after
public static class Kata
{
    public static void Run() => Console.WriteLine(Endless().Count());

    static IEnumerable<int> Endless()
    {
        while (true)
        {
            yield return 1;
        }
    }
}
