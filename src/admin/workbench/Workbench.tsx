'use client'

export const Workbench = () => null
