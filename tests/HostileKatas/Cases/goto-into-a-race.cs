// hostile: goto in a switch, and a race behind it -> data race
public static class Kata
{
    static int count;

    static void Work(int state)
    {
        switch (state)
        {
            case 0: goto case 2;
            case 1: goto done;
            case 2: state = 1; count++; goto case 1;
        }
    done:
        Console.Out.Flush();
    }

    public static void Run()
    {
        var worker = new Thread(() => Work(0));
        worker.Start();
        Work(0);
        worker.Join();
    }
}
