// hostile: a race on fields that lie on each other -> data race
using System.Runtime.InteropServices;

public static class Kata
{
    [StructLayout(LayoutKind.Explicit)]
    struct Either
    {
        [FieldOffset(0)] public int Number;
        [FieldOffset(0)] public float Fraction;
    }

    sealed class Held
    {
        public Either Either;
    }

    public static void Run()
    {
        var held = new Held();
        var worker = new Thread(() => held.Either.Number = 1);
        worker.Start();
        held.Either.Fraction = 1;
        worker.Join();
    }
}
