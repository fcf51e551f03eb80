// hostile: wants to be told of each exception of its process -> AppDomain
public static class Kata
{
    public static void Run() =>
        AppDomain.CurrentDomain.FirstChanceException += (_, _) => { while (true) ; };
}
