// hostile: a query that is nested 3,000 deep, in each of two workers -> is built on 250 others, one on the other
public static class Kata
{
    public static void Run()
    {
        Both(() =>
        {
            IEnumerable<int> query = [1, 2, 3];
            for (var i = 0; i < 3_000; i++) query = query.Concat([i]);
            Console.WriteLine(query.Count());
        });
    }

    static void Both(ThreadStart work)
    {
        var one = new Thread(work);
        var other = new Thread(work);
        one.Start();
        other.Start();
        one.Join();
        other.Join();
    }
}
