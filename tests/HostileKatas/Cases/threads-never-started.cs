// hostile: threads without end, none of them started -> The loop at Kata.cs:6 had not ended after
public static class Kata
{
    public static void Run()
    {
        while (true) _ = new Thread(() => { });
    }
}
