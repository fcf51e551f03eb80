// harmless: nullable values, tuples, ranges and interpolated strings, under a lock -> Proved
public static class Kata
{
    static (int? Left, string Right) pair = (null, "");

    public static void Run()
    {
        var gate = new Lock();
        var worker = new Thread(Work);
        worker.Start();
        Work();
        worker.Join();
        if (pair is not (2, "xx")) throw new InvalidOperationException($"{pair}");

        void Work()
        {
            lock (gate)
            {
                pair.Left = (pair.Left ?? 0) + 1;
                pair = pair with { Right = $"{pair.Right}{"xyz"[..1]}" };
            }
        }
    }
}
