// hostile: expects that the object made first has the smaller hash code -> escaped from main at Kata.cs:10
using System.Runtime.CompilerServices;

public static class Kata
{
    public static void Run()
    {
        object a = new(), b = new();
        var (hashA, hashB) = (RuntimeHelpers.GetHashCode(a), RuntimeHelpers.GetHashCode(b));
        if (a.GetHashCode() >= b.GetHashCode()) throw new InvalidOperationException("out of order");
    }

    static void Both(ThreadStart one, ThreadStart other)
    {
        var threads = new[] { new Thread(one), new Thread(other) };
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
