// hostile: an endless loop in a worker, beside others -> the loop at Kata.cs:9 never ends (worker A)
public static class Kata
{
    public static void Run()
    {
        var worker = new Thread(() =>
        {
            var i = 0;
            while (true)
            {
                i = unchecked(i * 31 + 1);
            }
        });
        worker.Start();
        worker.Join();
    }
}
