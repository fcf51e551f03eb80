// hostile: wants to be told of the end of its process -> AppDomain
public static class Kata
{
    public static void Run() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) => { while (true) ; };
}
