// hostile: a race in a local function that takes its closure by reference -> data race
public static class Kata
{
    static int total;

    public static void Run()
    {
        var worker = new Thread(() => Sum(3));
        worker.Start();
        Sum(2);
        worker.Join();
    }

    static void Sum(int to)
    {
        for (var i = 0; i < to; i++) Add();

        void Add() => total += to;
    }
}
