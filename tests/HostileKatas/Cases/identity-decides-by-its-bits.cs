// hostile: lets a bit of an identity hash code decide -> RuntimeHelpers.GetHashCode
using System.Runtime.CompilerServices;

public static class Kata
{
    public static void Run()
    {
        object a = new(), b = new();
        var (hashA, hashB) = (RuntimeHelpers.GetHashCode(a), RuntimeHelpers.GetHashCode(b));
        if (hashA % 2 == 0) lock (a) lock (b) { }
        else lock (b) { }
    }

    static void Both(ThreadStart one, ThreadStart other)
    {
        var threads = new[] { new Thread(one), new Thread(other) };
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
