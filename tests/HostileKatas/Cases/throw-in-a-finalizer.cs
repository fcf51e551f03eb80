// hostile: an exception in a finalizer would end the process; none is run -> the finalizer of Held
public static class Kata
{
    public static void Run()
    {
        for (var i = 0; i < 100; i++) Make(i);
        GC.Collect();
    }

    static void Make(int i) => _ = new Held(i);

    sealed class Held(int number)
    {
        public readonly byte[] Bytes = new byte[number];

        ~Held() => throw new InvalidOperationException($"from finalizer {number}");
    }
}
