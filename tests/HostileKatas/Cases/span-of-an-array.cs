// hostile: a race through a span over an array -> data race
public static class Kata
{
    public static void Run()
    {
        var numbers = new int[4];
        var worker = new Thread(() => numbers.AsSpan(1, 2)[0]++);
        worker.Start();
        numbers.AsSpan()[1]++;
        worker.Join();
    }
}
