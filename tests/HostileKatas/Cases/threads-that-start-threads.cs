// hostile: each thread starts two more -> more than
public static class Kata
{
    public static void Run()
    {
        new Thread(Run).Start();
        new Thread(Run).Start();
    }
}
