// hostile: the clock decides what is done -> DateTime.UtcNow at Kata.cs:8
public static class Kata
{
    static int a, b;

    public static void Run()
    {
        if (DateTime.UtcNow.Ticks / 10 % 2 == 0) a++;
        else b++;
        if (DateTime.UtcNow.Ticks / 10 % 2 == 0) a++;
        else b++;
        var worker = new Thread(() => b--);
        worker.Start();
        worker.Join();
    }
}
