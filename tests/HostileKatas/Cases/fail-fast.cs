// hostile: ends its process at once -> Environment.FailFast
public static class Kata
{
    public static void Run() => Environment.FailFast("enough");
}
