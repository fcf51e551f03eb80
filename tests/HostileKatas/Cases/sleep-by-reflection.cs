// hostile: sleeps for ever by reflection -> Thread.Sleep
public static class Kata
{
    public static void Run() =>
        typeof(Thread).GetMethod("Sleep", [typeof(int)])!.Invoke(null, [-1]);
}
