// hostile: ends its process by reflection -> Environment.Exit
public static class Kata
{
    public static void Run() =>
        typeof(Environment).GetMethod("Exit")!.Invoke(null, [0]);
}
