// hostile: ends its process by a delegate -> Environment.Exit
public static class Kata
{
    public static void Run()
    {
        Action<int> exit = Environment.Exit;
        exit(0);
    }
}
