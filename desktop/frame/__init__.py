"""The window itself: menus, commands, what each of them does, opening and closing."""
