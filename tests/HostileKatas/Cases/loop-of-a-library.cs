// hostile: an endless sequence, counted by a library -> the loop at Kata.cs:8 never ends
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
