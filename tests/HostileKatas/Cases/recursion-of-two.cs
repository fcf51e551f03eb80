// hostile: two methods that call each other for ever -> never end
public static class Kata
{
    public static void Run() => Ping(0);

    static int Ping(int n) => Pong(n + 1) + 1;

    static int Pong(int n) => Ping(n + 1) + 1;
}
