// hostile: a race on an element of an inline array -> data race
using System.Runtime.CompilerServices;

public static class Kata
{
    [InlineArray(4)]
    struct Four
    {
        int first;
    }

    sealed class Held
    {
        public Four Numbers;
    }

    public static void Run()
    {
        var held = new Held();
        var worker = new Thread(() => held.Numbers[2]++);
        worker.Start();
        held.Numbers[2]++;
        worker.Join();
    }
}
