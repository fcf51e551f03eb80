// hostile: ends its process -> Environment.Exit
public static class Kata
{
    public static void Run() => Environment.Exit(0);
}
