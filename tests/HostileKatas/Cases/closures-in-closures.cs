// hostile: a race on what the outermost of three closures holds -> data race
public static class Kata
{
    public static void Run()
    {
        var count = 0;
        Func<Func<Action>> outer = () =>
        {
            var step = 1;
            return () =>
            {
                var twice = step * 2;
                return () => count += twice - step;
            };
        };
        var worker = new Thread(() => outer()()());
        worker.Start();
        outer()()();
        worker.Join();
    }
}
