// hostile: awaits what is never completed -> deadlock
public static class Kata
{
    public static async Task Run() => await new TaskCompletionSource().Task;
}
