// hostile: the clock decides what is done -> DateTime.UtcNow at Kata.cs:8
public static class Kata
{
    static int a, b;

    public static void Run()
    {
        var ticks = DateTime.UtcNow.Ticks / 10;
        for (var i = 0; i < 10; i++, ticks /= 2)
        {
            if (ticks % 2 == 0) a++;
            else b++;
        }
        var worker = new Thread(() => b--);
        worker.Start();
        worker.Join();
    }
}
