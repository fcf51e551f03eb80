// hostile: threads without end, none of them started -> the loop at Kata.cs:6 never ends
public static class Kata
{
    public static void Run()
    {
        while (true) _ = new Thread(() => { });
    }
}
