// hostile: an iterator that goes over itself -> The calls of Kata.All at Kata.cs:10 had not ended after
public static class Kata
{
    public static void Run()
    {
        foreach (var n in All()) Console.WriteLine(n);
    }

    static IEnumerable<int> All()
    {
        foreach (var n in All()) yield return n;
    }
}
