// hostile: forty arrays of 50 MB in each of two workers -> The memory is full at Kata.cs:
public static class Kata
{
    public static void Run()
    {
        Both(() =>
        {
            List<byte[]> kept = [];
            for (var i = 0; i < 40; i++) kept.Add(new byte[50_000_000]);
            Console.WriteLine(kept.Count);
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
