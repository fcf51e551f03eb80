// hostile: a race behind a function pointer -> data race
public static class Kata
{
    static int count;

    static void Add() => count++;

    public static unsafe void Run()
    {
        delegate*<void> add = &Add;
        var worker = new Thread(() => Add());
        worker.Start();
        add();
        worker.Join();
    }
}
