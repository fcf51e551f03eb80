// hostile: the same of a base class of its own -> the finalizer of Derived
public static class Kata
{
    public static void Run()
    {
        for (var i = 0; i < 100; i++) Make();
        GC.Collect();
    }

    static void Make() => _ = new Derived<int>();

    abstract class Base
    {
        ~Base() => throw new InvalidOperationException("from a finalizer");
    }

    sealed class Derived<T> : Base;
}
