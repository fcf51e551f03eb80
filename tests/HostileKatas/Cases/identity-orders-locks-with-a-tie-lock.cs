// harmless: orders locks by identity hash codes, with a lock for a tie -> Proved
using System.Runtime.CompilerServices;

public static class Kata
{
    public static void Run()
    {
        object a = new(), b = new();
        var (hashA, hashB) = (RuntimeHelpers.GetHashCode(a), RuntimeHelpers.GetHashCode(b));
        Both(() => Take(a, hashA, b, hashB), () => Take(b, hashB, a, hashA));
    }

    static readonly object tie = new();

    static void Take(object one, int hashOfOne, object other, int hashOfOther)
    {
        if (hashOfOne == hashOfOther)
        {
            lock (tie) lock (one) lock (other) { }
            return;
        }
        var (first, second) = hashOfOne < hashOfOther ? (one, other) : (other, one);
        lock (first) lock (second) { }
    }

    static void Both(ThreadStart one, ThreadStart other)
    {
        var threads = new[] { new Thread(one), new Thread(other) };
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
